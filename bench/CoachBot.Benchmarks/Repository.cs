using CoachBot.Core.Evaluation;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Knowledge;

namespace CoachBot.Benchmarks;

/// <summary>The pack and the questions of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Knowledge { get; } = Path.Combine(Root, "knowledge");

    public static KnowledgePack Pack() => new KnowledgeFolder(Knowledge).Read().Pack;

    public static List<EvaluationQuestion> Questions() => Directory.GetFiles(Path.Combine(Knowledge, "evaluation"), "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(EvaluationQuestion.ReadFile)
        .ToList();

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "CoachBot.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CoachBot.sln was not found above the program."));
}
