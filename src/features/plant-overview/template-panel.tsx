import { CopyableFact } from './copyable-fact'
import { TemplateActions, TemplateSignals } from './template-tables'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Template } from '@/api/templates'
import { templateLevelLabel, templateTypeLabel } from '@/domain/plant/template-parts'
import { isUnreadable } from '@/lib/unreadable'
import { NameText } from '@/plant-ui/name-text'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Badge } from '@/ui/badge'
import { Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

export function TemplatePanel({ plant }: { plant: PlantDetail }) {
  const { template, templateId } = plant
  if (!template && isUnreadable(plant, 'template')) {
    return (
      <Panel title="Template">
        <p className="px-4 py-3">
          <Unreadable /> The server sent a template in a form that can’t be read.
        </p>
      </Panel>
    )
  }
  if (!template) {
    return (
      <Panel title="Template">
        {templateId || isUnreadable(plant, 'templateId') ? (
          <>
            <Facts>
              <CopyableFact
                label="Template ID"
                copied="template ID"
                value={templateId}
                isUnreadable={isUnreadable(plant, 'templateId')}
              />
            </Facts>
            <p className="px-4 pb-3 text-muted">
              The server sent no other details of this template.
            </p>
          </>
        ) : (
          <p className="px-4 py-3 text-muted">
            No template is assigned, so the plant’s signals and commands aren’t known.
          </p>
        )}
      </Panel>
    )
  }
  const { version, isSystem } = template
  const isFieldUnreadable = (name: keyof Template) => isUnreadable(template, name)
  return (
    <Panel title="Template">
      <Facts>
        <Fact label="Name">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <NameText of={template} />
            {isFieldUnreadable('version') || isFieldUnreadable('isSystem') ? (
              <span className="inline-flex gap-1">
                {isFieldUnreadable('version') ? 'Version' : 'Origin'} <Unreadable />
              </span>
            ) : null}
            {version === null || version === undefined ? null : (
              <Badge className="tabular-nums">Version {version}</Badge>
            )}
            {isSystem === null || isSystem === undefined ? null : (
              <Badge>{isSystem ? 'System' : 'Own'}</Badge>
            )}
          </span>
        </Fact>
        <Fact label="Device type">
          <UntrustedText fallback="Not given" isUnreadable={isFieldUnreadable('type')}>
            {templateTypeLabel(template.type)}
          </UntrustedText>
        </Fact>
        <Fact label="Level">
          <UntrustedText fallback="Not given" isUnreadable={isFieldUnreadable('level')}>
            {templateLevelLabel(template.level)}
          </UntrustedText>
        </Fact>
        <Fact label="Template changed">
          <AbsoluteTime
            value={template.updatedAt}
            absent="Not given"
            isUnreadable={isFieldUnreadable('updatedAt')}
            className="tabular-nums"
          />
        </Fact>
        <CopyableFact
          label="Template ID"
          copied="template ID"
          value={template.id}
          isUnreadable={isFieldUnreadable('id')}
        />
      </Facts>
      <TemplateSignals items={template.signals} isUnreadable={isFieldUnreadable('signals')} />
      <TemplateActions items={template.actions} isUnreadable={isFieldUnreadable('actions')} />
    </Panel>
  )
}
