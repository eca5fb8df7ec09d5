/**
 * Only for `npm start`, which sets WANGGE_LAPTOP: gives the doors the addresses of this laptop, where the deployed
 * ones get those of their stack, and tells the stream's plugin where the table is.
 */
module.exports = class ServerlessLaptop {
  constructor(serverless) {
    if (process.env.WANGGE_LAPTOP === undefined) return;
    const { environment, stream } = JSON.parse(process.env.WANGGE_LAPTOP);
    this.hooks = {
      'before:offline:start:init': () => {
        const { provider, functions, custom } = serverless.service;
        provider.environment = environment;
        for (const door of Object.values(functions)) delete door.environment;
        custom['serverless-offline-dynamodb-streams'] = stream;
      },
    };
    process.on('disconnect', () => process.exit(0));
  }
};
