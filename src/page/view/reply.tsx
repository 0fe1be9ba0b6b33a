import type { Block, Reply } from "../../message.ts";
import { Card } from "../cards/card.tsx";
import { ConductScale } from "../cards/conduct.tsx";
import { HandOff } from "../cards/hand-off.tsx";
import { Paragraph, Steps } from "../cards/plain.tsx";
import { Progress } from "../cards/progress.tsx";
import { Table } from "../cards/table.tsx";
import { Timeline } from "../cards/timeline.tsx";
import { Verdict } from "../cards/verdict.tsx";
import { useWords } from "../words.ts";
import { Choices } from "./choices.tsx";
import { Sources } from "./sources.tsx";

interface ReplyViewProps {
  readonly reply: Reply;
  readonly isOpen: boolean;
}

/** A reply: its blocks as cards, where it stands in the notice, and what can be tapped next. */
export function ReplyView({ reply, isOpen }: ReplyViewProps) {
  const words = useWords();
  return (
    <article class={`bubble ${reply.kind}`}>
      {reply.kind === "silent" && <p class="kind">{words.silent}</p>}
      {reply.blocks.map((block, at) => (
        <BlockView key={at} block={block} isOpen={isOpen} />
      ))}
      {reply.links.length > 0 && <HandOff links={reply.links} />}
      <Sources clauses={reply.sources} />
      {isOpen && <Choices choices={reply.choices} />}
    </article>
  );
}

function BlockView({ block, isOpen }: { readonly block: Block; readonly isOpen: boolean }) {
  switch (block.type) {
    case "paragraph":
      return <Paragraph text={block.text} />;
    case "steps":
      return <Steps items={block.items} />;
    case "table":
      return <Table {...block} />;
    case "card":
      return <Card {...block} />;
    case "verdict":
      return <Verdict {...block} />;
    case "timeline":
      return <Timeline {...block} />;
    case "conduct":
      return <ConductScale {...block} />;
    case "progress":
      return isOpen ? <Progress {...block} /> : null;
  }
}
