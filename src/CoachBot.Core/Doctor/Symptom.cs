using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor;

/// <summary>Something a strict trainer would send a case back for.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Check">The name of the check that found it.</param>
/// <param name="Severity">Errors must be mended before the pack is handed out; warnings are worth a look.</param>
/// <param name="Text">What is wrong and what to change.</param>
public sealed record Symptom(string CaseId, string Check, ProblemSeverity Severity, string Text);
