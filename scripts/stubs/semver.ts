/** The lock file decides the version of graphql, and the tests run unbundled, where TypeGraphQL checks it. */
const semver = { satisfies: (): boolean => true };

export { semver as default };
