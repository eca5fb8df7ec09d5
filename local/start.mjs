import { createRequire } from 'node:module';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const require = createRequire(import.meta.url);
// Both ways in which TypeScript is loaded here: what is required, and what is imported when it is needed.
require('tsx/cjs/api').register();
const { register } = await import('tsx/esm/api');
register();
await require('./start.ts').start(process.argv.slice(2));
