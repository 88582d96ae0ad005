const FULL_CIRCLE = 360;

/** Returns a data URL of a coloured tile with the name's initials, the same for equal names. */
export function avatarUrl(name: string): string {
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  const hue = Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) % FULL_CIRCLE, 7);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
<rect width="40" height="40" fill="hsl(${hue} 45% 38%)"/>
<text x="20" y="26" text-anchor="middle" fill="white"
 font-family="system-ui, sans-serif" font-size="17" font-weight="600">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
