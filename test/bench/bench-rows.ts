/** First instant of the rows. */
const START_MS = Date.UTC(2026, 0, 1);
const STEP_MS = 1_000;

/** A wandering line, the same for the same version. */
export function valueAt(place: number, version: number): number {
  const noise = Math.sin(place * 12.9898 + version * 78.233) * 43_758.5453;
  return (
    Math.round((100 + 40 * Math.sin(place / 5_000) + 20 * (noise - Math.floor(noise))) * 100) / 100
  );
}

const answers = new Map<string, string>();

/** The answer of a pipe with `timestamp` and `value`, in Tinybird's JSON. */
export function answerText(rows: number, version: number): string {
  const key = `${rows}/${version}`;
  const kept = answers.get(key);
  if (kept) return kept;
  const data = Array.from({length: rows}, (_, place) => {
    const time = new Date(START_MS + place * STEP_MS).toISOString();
    return `{"timestamp":"${time.slice(0, 10)} ${time.slice(11, 19)}","value":${valueAt(place, version)}}`;
  });
  const meta = '[{"name":"timestamp","type":"DateTime"},{"name":"value","type":"Float64"}]';
  const statistics = '{"elapsed":0.001,"rows_read":1,"bytes_read":1}';
  const text = `{"meta":${meta},"data":[${data.join()}],"rows":${rows},"statistics":${statistics}}`;
  if (answers.size > 40) answers.clear();
  answers.set(key, text);
  return text;
}
