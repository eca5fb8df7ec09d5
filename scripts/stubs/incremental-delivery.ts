/** Apollo's own asks the whole of graphql whether it is version 17, and so nothing of it could be left out. It is 16. */
export { execute as executeIncrementally } from 'graphql';
