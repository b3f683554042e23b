/** A key as `openssl rand -base64 32` prints one. The settings refuse a key that repeats itself. */
export const aServiceKey = 'q0y7mB1dT3oXv5cK9hWn2sPz8uFj4rLaE6gYi0tQbVM=';
