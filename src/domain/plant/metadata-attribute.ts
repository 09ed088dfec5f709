const prefix = 'meta.'

/** Returns the attribute of a metadata key, as filters, facets and limits name it: "meta.installer". */
export const metadataAttribute = (key: string): string => `${prefix}${key}`

/** Returns the metadata key of an attribute such as "meta.installer"; undefined for other attributes. */
export function metaKeyOf(attribute: string): string | undefined {
  return attribute.startsWith(prefix) ? attribute.slice(prefix.length) : undefined
}
