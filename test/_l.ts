import { loadPack } from "../src/knowledge/load.ts";
console.time("load");
try { const p = loadPack("content/quanmeiti-2026"); console.log(p.answers.size, [...p.answers.values()].reduce((n,a)=>n+a.examples.length,0)); } catch (e) { console.log(String((e as Error).message).slice(0,6000)); }
console.timeEnd("load");
