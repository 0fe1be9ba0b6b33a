interface Sent {
  readonly chat: { readonly id: number };
  /** Of several pictures sent together. */
  readonly media_group_id?: string;
}

/** Of how many albums the first update is kept. */
const ALBUMS = 1000;

/** Pictures sent together come as updates of their own; one kind word is enough for them. @returns whether an update is the first */
export function createAlbums(): (update: number, message: Sent) => boolean {
  const firsts = new Map<string, number>();
  return (update, { chat, media_group_id: album }) => {
    if (album === undefined) return true;
    const key = `${chat.id}:${album}`;
    const first = firsts.get(key) ?? update;
    firsts.set(key, first);
    const [oldest] = firsts.keys();
    if (firsts.size > ALBUMS && oldest !== undefined) firsts.delete(oldest);
    return first === update;
  };
}
