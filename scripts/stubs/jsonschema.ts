/** ElectroDB checks its models with it at every start. The unit tests let it, once for each model. */
export class Validator {
  addSchema(): void {
    // There is nothing to check with it.
  }

  validate(): { errors: [] } {
    return { errors: [] };
  }
}

// ElectroDB adds its own formats here.
Object.assign(Validator.prototype, { customFormats: {} });
