import type { ComponentProps } from 'react'
import { Field, type FieldLook } from './field'
import { splitFieldProps } from './split-field-props'
import { type JsonTokenKind, jsonTokens } from '@/lib/json-tokens'

interface JsonFieldProps extends FieldLook, ComponentProps<'textarea'> {
  value: string
}

/** Colouring more would delay every key. */
const maxColouredLength = 20_000

const looks: Record<JsonTokenKind, string> = {
  name: 'text-accent-text',
  text: 'text-ok',
  number: 'text-warn',
  word: 'text-info',
  punctuation: 'text-muted',
}

/**
 * A text area for JSON, as high as its text. The coloured copy above it takes no part in editing; in forced colours, where
 * it would be drawn over the text, there is none.
 */
export function JsonField(props: JsonFieldProps) {
  const { field, control } = splitFieldProps(props)
  const { value } = props
  const isColoured = value.length <= maxColouredLength
  return (
    <Field {...field}>
      {(aria) => (
        <div className="json-field" data-coloured={isColoured ? '' : undefined}>
          <textarea
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            {...control}
            {...aria}
            className="field-control"
          />
          <pre aria-hidden translate="no">
            {isColoured
              ? jsonTokens(value).map(({ kind, text }, place) => (
                  // oxlint-disable-next-line react/no-array-index-key -- pieces of one text
                  <span key={place} className={looks[kind]}>
                    {text}
                  </span>
                ))
              : value}
            {/* The last line break of a pre has no line of its own. */}
            {'\n'}
          </pre>
        </div>
      )}
    </Field>
  )
}
