import type { ComponentProps } from 'react'
import { kept } from './unreadable-field'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Template } from '@/api/templates'
import { isForPlants } from '@/domain/plant/template-parts'
import { NativeSelect } from '@/ui/native-select'
import { visibleText } from '@/ui/visible-text'

interface TemplateSelectProps extends ComponentProps<'select'> {
  plant: PlantDetail
  /** Templates of any level found on plants that were read. */
  templates: readonly Template[]
  /** True when saving will remove the current template. */
  isUnassigned: boolean
  error: string | undefined
  /** True when the plant's template ID is unreadable, so that it can't be changed. */
  isUnreadable: boolean
}

/** Select for the template, limited to templates of plants in the cache, as the API has no list of templates. */
export function TemplateSelect(props: TemplateSelectProps) {
  const { plant, templates, isUnassigned, isUnreadable, ...rest } = props
  const present = plant.templateId ?? ''
  // The current template is offered whatever its level; others must be for plants.
  const offered = templates.filter((one) => one.id === present || isForPlants(one))
  const isPresentOffered = present === '' || offered.some(({ id }) => id === present)
  const hint = isUnassigned
    ? 'Saving removes the template from the plant.'
    : 'Templates of the plants you have viewed.'
  return (
    <NativeSelect
      label="Template"
      description={isUnreadable ? kept : hint}
      {...rest}
      disabled={isUnreadable}
    >
      <option value="">{isUnreadable ? 'Unreadable' : 'No template'}</option>
      {isPresentOffered ? null : <option value={present}>{visibleText(present)}</option>}
      {offered.map(({ id, name }) => (
        <option key={id} value={id}>
          {visibleText(name || id)}
        </option>
      ))}
    </NativeSelect>
  )
}
