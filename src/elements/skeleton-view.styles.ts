import {css} from 'lit';

/**
 * Shapes of charts to come: one box that is cut out. Images would need a page's policy to allow
 * them, and elements their bytes in the first script.
 */
export const skeletonStyles = css`
  .skeleton {
    --top: 0 72%, 16% 46%, 30% 58%, 54% 22%, 72% 40%, 100% 12%;
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: hidden;
    background: color-mix(in srgb, currentcolor 9%, transparent);
  }
  .skeleton:is(.auto, .area) {
    clip-path: polygon(var(--top), 100% 100%, 0 100%);
  }
  .skeleton::after {
    content: '';
    position: absolute;
    inset: 0;
    background: linear-gradient(
      90deg,
      transparent,
      color-mix(in srgb, currentcolor 7%, transparent),
      transparent
    );
    translate: -100%;
    animation: shimmer 2s infinite;
  }
  .crowded .skeleton::after {
    animation-delay: 1s;
  }
  .skeleton:is(.line, .sparkline) {
    clip-path: polygon(var(--top), 100% 17%, 72% 45%, 54% 27%, 30% 63%, 16% 51%, 0 77%);
  }
  .skeleton.sparkline {
    min-block-size: 3rem;
  }
  .skeleton.bar {
    clip-path: polygon(
      0 100%,
      0 62%,
      12% 62%,
      12% 38%,
      25% 38%,
      25% 52%,
      37% 52%,
      37% 20%,
      50% 20%,
      50% 42%,
      62% 42%,
      62% 8%,
      75% 8%,
      75% 30%,
      87% 30%,
      87% 46%,
      100% 46%,
      100% 100%
    );
    mask: repeating-linear-gradient(90deg, #0000 0 1.5%, #000 0 11%, #0000 0 12.5%);
  }
  .skeleton:is(.bar-list, .funnel),
  :host([horizontal]) .skeleton.bar {
    clip-path: polygon(
      0 0,
      100% 0,
      100% 20%,
      74% 20%,
      74% 40%,
      56% 40%,
      56% 60%,
      42% 60%,
      42% 80%,
      30% 80%,
      30% 100%,
      0 100%
    );
    mask: repeating-linear-gradient(#0000 0 4%, #000 0 16%, #0000 0 20%);
  }
  .skeleton.funnel {
    mask: repeating-linear-gradient(#0000 0 6%, #000 0 14%, #0000 0 20%);
  }
  .skeleton:is(.pie, .donut) {
    --hole: 0%;
    mask:
      radial-gradient(circle closest-side, #0000 var(--hole), #000 0 99%, #0000) 0 / 42% 100%
        no-repeat,
      repeating-linear-gradient(#000 0 0.75rem, #0000 0 1.75rem) 100% / 52% 7.75rem no-repeat;
  }
  .skeleton.donut {
    --hole: 62%;
  }
  .skeleton.metric {
    min-block-size: 3.75rem;
    mask:
      linear-gradient(#000 0 0) 0 0 / 7rem 2.25rem no-repeat,
      linear-gradient(#000 0 0) 0 100% / 5rem 1rem no-repeat;
  }
  .skeleton.table {
    mask: linear-gradient(#0000 25%, #000 0 75%, #0000 0) 0 0 / 100% 2rem round;
  }
  .skeleton.heatmap {
    mask:
      repeating-linear-gradient(#000 0 18%, #0000 0 20%),
      repeating-linear-gradient(90deg, #000 0 7.5%, #0000 0 8.33%);
    mask-composite: intersect;
  }
  .skeleton.scatter {
    --dot: #000 0.3rem, #0000 0.36rem;
    mask:
      radial-gradient(circle at 6% 78%, var(--dot)), radial-gradient(circle at 16% 62%, var(--dot)),
      radial-gradient(circle at 24% 84%, var(--dot)),
      radial-gradient(circle at 33% 48%, var(--dot)),
      radial-gradient(circle at 42% 66%, var(--dot)),
      radial-gradient(circle at 52% 38%, var(--dot)),
      radial-gradient(circle at 60% 56%, var(--dot)),
      radial-gradient(circle at 70% 26%, var(--dot)),
      radial-gradient(circle at 79% 44%, var(--dot)),
      radial-gradient(circle at 86% 16%, var(--dot)), radial-gradient(circle at 94% 30%, var(--dot));
  }
  .skeleton:is(.bar-list, .funnel, .pie, .donut, .metric):dir(rtl) {
    scale: -1 1;
  }
  @keyframes shimmer {
    to {
      translate: 100%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton::after {
      content: none;
    }
  }
  @media (forced-colors: active) {
    .skeleton {
      background: GrayText;
      forced-color-adjust: none;
    }
  }
`;
