/** As the association writes them: 021-52411861, 400-820-9278. */
const PHONE = /(\d{3,4}-(?:\d{7,8}|\d{3}-\d{4}))/u;

/** Words with the line breaks that they came with; a phone number can be tapped. */
export function Paragraph({ text }: { readonly text: string }) {
  return (
    <p class="words">
      {text.split(PHONE).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <a key={at} href={`tel:${part}`}>
            {part}
          </a>
        ),
      )}
    </p>
  );
}

export function Steps({ items }: { readonly items: readonly string[] }) {
  return (
    <ol class="steps">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  );
}
