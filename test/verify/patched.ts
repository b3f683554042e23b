import { type Page, type Route } from 'playwright-core';

/** The service's response to a GET with a change in it, each time or this many times. */
export async function patched<T>(page: Page, path: string, patch: (json: T) => T, times?: number): Promise<void> {
  const change = async (call: Route) => {
    if (call.request().method() !== 'GET') return call.fallback();
    const response = await call.fetch();
    if (!response.ok()) return call.fulfill({ response });
    return call.fulfill({ response, json: patch((await response.json()) as T) });
  };
  await page.route(`**/api/hr/${path}`, change, times === undefined ? {} : { times });
}
