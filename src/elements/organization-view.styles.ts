import {css} from 'lit';

/** Look of the choice of an organization. */
export const organizationStyles = css`
  .message ul {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(0.5 * var(--em));
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
