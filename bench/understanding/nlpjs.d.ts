/** What of NLP.js the bench uses; the packages come without types. */
declare module "@nlpjs/basic" {
  interface Nlp {
    readonly container: { use(plugin: unknown): void };
    readonly settings: { autoSave: boolean };
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ intent: string; score: number }>;
  }
  export function dockStart(options: {
    readonly settings: { readonly nlp: { readonly languages: readonly string[] } };
    readonly use: readonly string[];
  }): Promise<{ get(name: "nlp"): Nlp }>;
}

declare module "@nlpjs/lang-zh" {
  export const LangZh: unknown;
}
