namespace CoachBot.Core.Knowledge;

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth mending; the file is used.</summary>
    Warning,

    /// <summary>The file is not used.</summary>
    Error,
}

/// <summary>Something in a knowledge file that has to be mended, and where.</summary>
/// <param name="File">Path relative to the knowledge folder, with forward slashes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Message">What is wrong and what to change.</param>
/// <param name="Severity">Whether the file is still used.</param>
public sealed record KnowledgeProblem(string File, int Line, int Column, string Message, ProblemSeverity Severity)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}({Line},{Column}): {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}";
}

/// <summary>What reading a knowledge folder gave: all that could be used, and all that could not.</summary>
/// <param name="Pack">The good files.</param>
/// <param name="Problems">Everything to mend, in file order.</param>
public sealed record KnowledgeReading(KnowledgePack Pack, IReadOnlyList<KnowledgeProblem> Problems)
{
    /// <summary>Whether any file was left out.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == ProblemSeverity.Error);
}
