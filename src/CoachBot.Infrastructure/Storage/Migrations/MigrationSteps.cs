using System.Reflection;
using System.Text.RegularExpressions;

namespace CoachBot.Infrastructure.Storage.Migrations;

/// <summary>
/// The numbered steps from an empty database to this version, files <c>NNNN-name.sql</c> beside this one. A step that was released is never
/// changed. Where the databases need different words there are two files, <c>NNNN-name.sqlite.sql</c> and <c>NNNN-name.postgres.sql</c>.
/// </summary>
internal static partial class MigrationSteps
{
    /// <summary>The steps of one database in order, from 1 without a gap.</summary>
    public static IReadOnlyList<MigrationStep> For(Dialect dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Match: StepName().Match(name)))
            .Where(step => step.Match.Success && (step.Match.Groups["only"].Value is "" || step.Match.Groups["only"].Value == dialect.Name))
            .Select(step => new MigrationStep(
                int.Parse(step.Match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture),
                step.Match.Groups["name"].Value,
                Statements(dialect.Of(Text(assembly, step.Resource)))))
            .OrderBy(step => step.Number)
            .ToList();
    }

    // Statements end with a semicolon at the end of a line.
    private static List<string> Statements(string text) => StatementEnd().Split(Comment().Replace(text, ""))
        .Select(statement => statement.Trim())
        .Where(statement => statement.Length > 0)
        .ToList();

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^Storage\.Migrations\.(?<number>\d{4})-(?<name>[a-z-]+)(\.(?<only>sqlite|postgres))?\.sql$")]
    private static partial Regex StepName();

    [GeneratedRegex(@"^\s*--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@";[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex StatementEnd();
}

/// <summary>One step.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">What it adds.</param>
/// <param name="Statements">What it does.</param>
internal sealed record MigrationStep(int Number, string Name, IReadOnlyList<string> Statements);
