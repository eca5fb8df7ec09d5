import { fromEnv } from '@aws-sdk/credential-provider-env';

/** On Lambda and on the laptop the credentials are in the environment, and nowhere else. */
export const defaultProvider = fromEnv;
