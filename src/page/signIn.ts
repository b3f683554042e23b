import { followSystem, followTeams } from './theme';
import { answerTo, useTokens } from './api';

/** Milliseconds that Teams has to answer. Another page that has this one in a frame never answers. */
const patience = 2_000;

/**
 * Whether the page is shown in Teams, where the person is already signed in. It then follows the theme of Teams, else that of the
 * computer.
 * @throws where another page has this one in a frame, and does not answer as Teams does
 */
export async function startInTeams(): Promise<boolean> {
  if (parent === self) {
    followSystem();
    return false;
  }
  // Only in Teams: its library asks Microsoft which hosts may embed it as soon as it is loaded.
  const { app, authentication } = await import('@microsoft/teams-js');
  await Promise.race([app.initialize(), new Promise((_, reject) => setTimeout(reject, patience))]);
  const { app: teams } = await app.getContext();
  followTeams(teams.theme);
  app.registerOnThemeChangeHandler(followTeams);
  useTokens(() => authentication.getAuthToken());
  await app.notifySuccess();
  return true;
}

const kept = 'hr-token';

/**
 * Uses the token of an earlier sign-in on this computer, which is kept until the tab is closed. Returns whether there is one.
 */
export function resumeHere(): boolean {
  const token = sessionStorage.getItem(kept);
  if (token === null) return false;
  useTokens(() => Promise.resolve(token));
  return true;
}

/**
 * Signs in as a made-up person. It works only on the computer that the service runs on.
 * @throws {RequestDeclined} in Swedish, where the service refuses or cannot be reached
 */
export async function signInHere(name: string, isHr: boolean): Promise<void> {
  const request = fetch('/api/hr/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, isHr }),
  });
  const response = await answerTo(request);
  const { token } = (await response.json()) as { token: string };
  sessionStorage.setItem(kept, token);
  resumeHere();
}

/** Forgets the token of a sign-in on this computer. */
export const signOutHere = (): void => sessionStorage.removeItem(kept);
