import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/set-theme.js';

const themes: Readonly<Record<string, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Uses the theme that Teams names. */
export function followTeams(name: string): void {
  setTheme(themes[name] ?? teamsLightTheme);
  document.documentElement.dataset.theme = name;
}

/** Uses the light or dark theme of the computer, and changes with it. */
export function followSystem(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const set = () => setTheme(dark.matches ? webDarkTheme : webLightTheme);
  dark.addEventListener('change', set);
  set();
}
