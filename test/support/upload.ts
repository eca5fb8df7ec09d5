/** A ticket as the API gives it. */
interface Ticket {
  readonly url: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** Uploads a file as a browser would: the ticket's fields, then the bytes. Returns the store's status. */
export async function uploadFile(ticket: Ticket | null | undefined, bytes: Uint8Array): Promise<number> {
  if (!ticket) throw new Error('There is no ticket to upload with.');
  const form = new FormData();
  for (const { name, value } of ticket.fields) form.append(name, value);
  const type = ticket.fields.find(({ name }) => name === 'Content-Type')?.value ?? '';
  form.append('file', new Blob([Uint8Array.from(bytes)], { type }), 'file');
  const { status } = await fetch(ticket.url, { method: 'POST', body: form });
  return status;
}
