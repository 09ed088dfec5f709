import { codePointLabel, splitUnseen } from './visible-text'

interface VisiblePartsProps {
  text: string
  isMultiline: boolean
}

export function VisibleParts({ text, isMultiline }: VisiblePartsProps) {
  return splitUnseen(text, isMultiline).map((part) =>
    'text' in part ? (
      part.text
    ) : (
      <span
        key={part.at}
        className="mx-px rounded-sm border border-warn-line bg-warn-soft px-0.5 font-mono text-xs text-warn"
      >
        ‹{codePointLabel(part.codePoint)}›
      </span>
    ),
  )
}
