import { CopyableFact } from './copyable-fact'
import { TemplateActions, TemplateSignals } from './template-tables'
import type { PlantDetail } from '@/api/plant-schemas'
import { templateLevelLabel, templateTypeLabel } from '@/domain/template-parts'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Badge } from '@/ui/badge'
import { Data } from '@/ui/data'
import { Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'

export function TemplatePanel({ plant }: { plant: PlantDetail }) {
  const { template, templateId } = plant
  if (!template) {
    return (
      <Panel title="Template">
        {templateId ? (
          <>
            <Facts>
              <CopyableFact label="Template ID" copied="template ID" value={templateId} />
            </Facts>
            <p className="px-4 pb-3 text-muted">
              The server sent nothing else about this template.
            </p>
          </>
        ) : (
          <p className="px-4 py-3 text-muted">
            No template is assigned, so its signals and commands are not known here.
          </p>
        )}
      </Panel>
    )
  }
  const { version, isSystem } = template
  return (
    <Panel title="Template">
      <Facts>
        <Fact label="Name">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Data fallback="(no name)">{template.name}</Data>
            {version === null || version === undefined ? null : (
              <Badge className="tabular-nums">Version {version}</Badge>
            )}
            {isSystem === null || isSystem === undefined ? null : (
              <Badge>{isSystem ? 'System' : 'Own'}</Badge>
            )}
          </span>
        </Fact>
        <Fact label="Device type">
          <Data fallback="Not given">{templateTypeLabel(template.type)}</Data>
        </Fact>
        <Fact label="Level">
          <Data fallback="Not given">{templateLevelLabel(template.level)}</Data>
        </Fact>
        <Fact label="Template changed">
          <AbsoluteTime value={template.updatedAt} absent="Not given" className="tabular-nums" />
        </Fact>
        <CopyableFact label="Template ID" copied="template ID" value={template.id} />
      </Facts>
      <TemplateSignals items={template.signals} />
      <TemplateActions items={template.actions} />
    </Panel>
  )
}
