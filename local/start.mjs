import { createRequire } from 'node:module';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing();

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();
await require('./start.ts').start(process.argv.slice(2));
