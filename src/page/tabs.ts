import { css } from 'lit';

/** A row of links to the parts of a page; the part that is shown now has a line below it. */
export const tabs = css`
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
  }
  nav a {
    color: inherit;
    text-decoration: none;
    padding: 0.5rem 0;
    border-bottom: 3px solid transparent;
  }
  nav a:hover {
    border-color: var(--colorNeutralStroke1);
  }
  nav a[aria-current] {
    border-color: var(--colorCompoundBrandStroke);
    /* Bolder without being wider: the other links stay where they are. */
    -webkit-text-stroke: 0.03em currentColor;
  }
  @media (forced-colors: active) {
    nav a:not([aria-current]) {
      border-color: Canvas;
    }
  }
`;
