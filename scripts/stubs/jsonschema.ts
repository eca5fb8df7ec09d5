/** ElectroDB checks its models with it at every start. The tests run unbundled, where it does. */
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
