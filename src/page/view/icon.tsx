/** Strokes on a field of 24 by 24, by what the button leads to: a command or a topic. */
const STROKES: Readonly<Record<string, string>> = {
  "do:self_check": "M12 3a9 9 0 1 0 9 9M8 12l3 3 9-10",
  fee: "M7 4l5 7 5-7M12 11v9M7 13h10M7 17h10",
  timetable: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3",
  conduct: "M12 3l9 16H3zM12 9v5M12 16.5v.5",
  "do:register": "M5 20h14M7 15l9-9 3 3-9 9-4 1zM14 8l3 3",
  materials: "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7",
  admission_ticket: "M3 8h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM9 11h6M9 15h4",
  results: "M5 20V10M12 20V4M19 20v-7",
  retake: "M5 12a7 7 0 1 0 2-5M7 3v4h4",
  certificate: "M12 3a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM9 13l-2 8 5-3 5 3-2-8",
  syllabus: "M5 4h6a2 2 0 0 1 1 2v14a3 3 0 0 0-2-1H5zM19 4h-6a2 2 0 0 0-1 2v14a3 3 0 0 1 2-1h5z",
  projects: "M4 5h7v7H4zM13 5h7v7h-7zM4 14h7v6H4zM13 14h7v6h-7z",
  contact: "M6 3l3 5-2 2a12 12 0 0 0 6 6l2-2 5 3-2 4A16 16 0 0 1 3 6z",
  more: "M6 12h.01M12 12h.01M18 12h.01",
};

/** A picture beside a word that says the same, so nothing is lost where there is none. */
export function Icon({ of }: { readonly of: string }) {
  const topic = /^ask:(\w+)\./u.exec(of)?.[1] ?? "";
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={STROKES[of] ?? STROKES[topic] ?? STROKES["more"]} />
    </svg>
  );
}
