/** The origins of the front ends as a list, from the comma-separated stage parameter `CORS_ORIGINS`. */
module.exports = async ({ resolveVariable }) =>
  (await resolveVariable('param:CORS_ORIGINS')).split(',').map((origin) => origin.trim());
