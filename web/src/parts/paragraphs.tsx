// A text of several paragraphs, one a line.
export function Paragraphs({ text }: { text: string }) {
  return (
    <div class="prose">
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={index}>{line}</p>
        ))}
    </div>
  );
}
