import { Component, type ComponentChildren } from "preact";
import { Paragraph } from "../cards/plain.tsx";

interface PlainReplyProps {
  readonly text: string;
  readonly children: ComponentChildren;
}

/** A reply that cannot be drawn, such as one that another version of the page has kept, in plain words. */
export class PlainReply extends Component<PlainReplyProps, { failed?: true }> {
  static override getDerivedStateFromError(): { failed: true } {
    return { failed: true };
  }
  override render({ text, children }: PlainReplyProps) {
    if (!this.state.failed) return children;
    return (
      <div class="bubble">
        <Paragraph text={text} />
      </div>
    );
  }
}
