import { ChangeValue } from './change-value'
import type { Template } from '@/api/templates'
import { type Reconciliation, fieldLabels } from '@/domain/plant/plant-edit'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'

interface SentValuesProps {
  fields: Reconciliation['fields']
  templates: readonly Template[]
}

/** The values of a change beside the plant's current ones. */
export function SentValues({ fields, templates }: SentValuesProps) {
  return (
    <Table label="Sent values" isCards>
      <THead>
        <Tr>
          <Th>Field</Th>
          <Th>Sent</Th>
          <Th>Now on the server</Th>
        </Tr>
      </THead>
      <TBody>
        {fields.map(({ field, ...values }) => (
          <Tr key={field}>
            <Td isCardTitle>{fieldLabels[field]}</Td>
            <Td label="Sent">
              <ChangeValue
                field={field}
                value={values.sent}
                label={`${fieldLabels[field]}, sent`}
                templates={templates}
              />
            </Td>
            <Td label="Now on the server">
              <ChangeValue
                field={field}
                value={values.now}
                isUnreadable={values.isUnreadable}
                label={`${fieldLabels[field]}, now`}
                templates={templates}
              />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
