import type { Block } from "../../message.ts";
import { useWords } from "../words.ts";

type TimelineBlock = Extract<Block, { type: "timeline" }>;
type Row = TimelineBlock["rows"][number];

/** From application to results, for each month that was asked for. */
export function Timeline({ rows }: TimelineBlock) {
  return (
    <>
      {rows.map((row) => (
        <RowView key={row.month} row={row} />
      ))}
    </>
  );
}

function RowView({ row: { month, points } }: { readonly row: Row }) {
  const words = useWords();
  return (
    <section class="timeline">
      <ol>
        {points.map(({ id, label, when, note, clause }) => (
          <li key={id}>
            <b>{label}</b>
            <p>{when}</p>
            {note !== undefined && <p class="why">{note}</p>}
            <small>{clause}</small>
          </li>
        ))}
      </ol>
      {/* a download that fails leaves the page where it is */}
      <a class="weui-btn weui-btn_default weui-btn_mini" href={`/calendar/${month}.ics`} download>
        {words.calendar}
      </a>
    </section>
  );
}
