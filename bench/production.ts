/** Imported first: graphql-js looks at it as it is loaded, and in development it checks more. */
process.env.NODE_ENV = 'production';
