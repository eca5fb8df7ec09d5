/** The AWS SDK tells the services which version of it calls: all it takes from the description of its package. */
const packageInfo = { version: '3' };

export { packageInfo as default };
