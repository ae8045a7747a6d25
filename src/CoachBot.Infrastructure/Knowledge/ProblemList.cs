using CoachBot.Core.Knowledge;
using YamlDotNet.Core;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>Collects the problems of one file.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<KnowledgeProblem> _problems = [];

    /// <summary>The file's path as people see it.</summary>
    public string File => file;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<KnowledgeProblem> Problems => _problems;

    /// <summary>Whether the file must be left out.</summary>
    public bool HasErrors => _problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>Notes something that keeps the file out.</summary>
    public void Error(Mark at, string text, params object[] blanks) => Add(at, text, ProblemSeverity.Error, blanks);

    /// <summary>Notes something worth mending.</summary>
    public void Warning(Mark at, string text, params object[] blanks) => Add(at, text, ProblemSeverity.Warning, blanks);

    private void Add(Mark at, string text, ProblemSeverity severity, object[] blanks) => _problems.Add(new KnowledgeProblem(
        file, (int)Math.Max(1, at.Line), (int)Math.Max(1, at.Column), ProblemTexts.Format(text, blanks), severity));
}
