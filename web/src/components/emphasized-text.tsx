/** A translated sentence in which the part between `<b>` and `</b>` stands out. It costs less than the library's Trans. */
export function EmphasizedText({ text }: { text: string }) {
  const [before, stressed, after] = splitEmphasis(text);
  return (
    <>
      {before}
      {stressed && <b>{stressed}</b>}
      {after}
    </>
  );
}

/** What stands before, within and after the stress. What a person wrote may hold tags of its own: it stays text. */
export function splitEmphasis(text: string): [string, string, string] {
  const opens = text.indexOf('<b>');
  const closes = text.lastIndexOf('</b>');
  if (opens < 0 || closes < opens) return [text, '', ''];
  return [text.slice(0, opens), text.slice(opens + 3, closes), text.slice(closes + 4)];
}
