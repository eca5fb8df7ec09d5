/** Apollo installs these by itself. Ours neither trace for a gateway nor show a page that loads from a CDN. */
const none = () => ({ __internal_installed_implicitly__: true });

export {
  none as ApolloServerPluginInlineTrace,
  none as ApolloServerPluginLandingPageLocalDefault,
  none as ApolloServerPluginLandingPageProductionDefault,
};
