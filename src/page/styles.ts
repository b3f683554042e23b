import { css } from 'lit';

/** The look of all views: one column of cards, fields with labels above them, tables that scroll on a phone. */
export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h1 {
    font-size: 1.6rem;
    line-height: 1.2;
    margin: 0 0 1rem;
    outline: none;
  }
  h2 {
    font-size: 1.15rem;
    margin: 0 0 0.5rem;
  }
  h3 {
    font-size: 1rem;
    margin: 1rem 0 0.25rem;
  }
  p {
    margin: 0 0 0.75rem;
    max-width: 42rem;
  }
  a {
    color: var(--colorBrandForegroundLink);
  }
  section,
  .card {
    background: var(--colorNeutralBackground1);
    border: 1px solid var(--colorNeutralStroke2);
    border-radius: var(--borderRadiusLarge, 6px);
    padding: 1rem 1.25rem;
    margin: 0 0 1rem;
  }
  .quiet {
    color: var(--colorNeutralForeground2);
    font-size: 0.875rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .spread:has(> h2) {
    margin-bottom: 0.75rem;
  }
  .spread {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: baseline;
    justify-content: space-between;
  }
  /* A form, and the card that it makes. */
  .beside {
    display: grid;
    gap: 1.5rem;
  }
  @media (min-width: 56rem) {
    .beside {
      grid-template-columns: 1fr 26rem;
    }
  }
  .row > h1,
  .spread > h1 {
    margin-bottom: 0;
  }
  .row:has(> h1),
  .spread:has(> h1) {
    align-items: center;
    margin-bottom: 1rem;
  }
  .field {
    display: block;
    margin: 0 0 1rem;
    max-width: 34rem;
  }
  /* What explains a field, or is wrong with it, has a line of its own. */
  .field > .quiet,
  .field > .wrong {
    display: block;
    margin-top: 0.25rem;
  }
  fluent-button + p.quiet {
    margin-top: 0.5rem;
  }
  label.field > span:first-child,
  .field > label > span,
  legend {
    display: block;
    font-weight: 600;
    margin: 0 0 0.25rem;
    padding: 0;
  }
  fieldset {
    border: 0;
    margin: 0 0 1rem;
    padding: 0;
  }
  .option {
    display: flex;
    gap: 0.5rem;
    align-items: flex-start;
    padding: 0.35rem 0;
  }
  input[type='text'],
  input[type='date'],
  input[type='time'],
  input[type='number'],
  input[type='file'],
  select,
  textarea {
    font: inherit;
    color: inherit;
    background: var(--colorNeutralBackground1);
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: var(--borderRadiusMedium, 4px);
    padding: 0.4rem 0.6rem;
    min-height: 2.25rem;
    max-width: 100%;
  }
  input[type='text'],
  select,
  textarea {
    width: 100%;
  }
  select {
    max-width: min(100%, 34rem);
  }
  input[type='radio'],
  input[type='checkbox'] {
    width: 1.15rem;
    height: 1.15rem;
    margin: 0.15rem 0 0;
    accent-color: var(--colorBrandBackground);
  }
  :focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
  }
  .wrong {
    color: var(--colorStatusDangerForeground1);
    font-weight: 600;
    font-size: 0.875rem;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    text-align: start;
    padding: 0.4rem 0.75rem 0.4rem 0;
    border-bottom: 1px solid var(--colorNeutralStroke2);
    vertical-align: top;
  }
  td.number,
  th.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
  }
  fluent-message-bar {
    margin-bottom: 1rem;
  }
  fluent-message-bar span {
    font-size: 1rem;
    line-height: 1.45;
  }
  .scroll {
    margin-bottom: 1rem;
  }
  summary {
    cursor: pointer;
    padding: 0.25rem 0;
  }
  ul.plain {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .warning {
    border-inline-start: 4px solid var(--colorStatusWarningBorderActive);
    padding: 0.25rem 0 0.25rem 0.75rem;
    margin: 0 0 1rem;
  }
  .warning p:last-child {
    margin-bottom: 0;
  }
  fluent-progress-bar {
    margin: 0.5rem 0 1rem;
  }
`;
