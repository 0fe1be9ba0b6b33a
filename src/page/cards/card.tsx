import { useWords } from "../words.ts";
import { Copy } from "../view/copy.tsx";

interface CardProps {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** What a candidate takes to the official page; each line can be copied, and all of them. */
export function Card({ title, lines }: CardProps) {
  const words = useWords();
  const all = lines.map(({ label, value }) => `${label}：${value}`).join("\n");
  return (
    <section class="card">
      <h2>{title}</h2>
      <dl>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span>{value}</span>
              <Copy text={value} label={words.copy} of={label} />
            </dd>
          </div>
        ))}
      </dl>
      <Copy text={all} label={words.copy_all} isWide />
    </section>
  );
}
