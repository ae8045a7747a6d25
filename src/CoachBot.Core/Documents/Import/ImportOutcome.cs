namespace CoachBot.Core.Documents.Import;

/// <summary>What became of one file.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>The file as it was named.</summary>
    public abstract string File { get; init; }

    /// <summary>The file was read.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Document">The document's name.</param>
    /// <param name="Passages">How many passages it gives.</param>
    /// <param name="NewDrafts">Drafts that were written.</param>
    /// <param name="KnownDrafts">Drafts that the pack already had.</param>
    public sealed record Taken(
        string File, string Document, int Passages, IReadOnlyList<string> NewDrafts, IReadOnlyList<string> KnownDrafts) : ImportOutcome
    {
        /// <inheritdoc />
        public override string File { get; init; } = File;
    }

    /// <summary>The file was not read.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Reason">Why not.</param>
    public sealed record Refused(string File, RefusalReason Reason) : ImportOutcome
    {
        /// <inheritdoc />
        public override string File { get; init; } = File;
    }
}

/// <summary>How far an import is.</summary>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files in all.</param>
/// <param name="Last">What became of the last one.</param>
public sealed record ImportProgress(int Done, int Total, ImportOutcome Last);

/// <summary>What an import did.</summary>
/// <param name="Outcomes">One a file, in order.</param>
public sealed record ImportReport(IReadOnlyList<ImportOutcome> Outcomes)
{
    /// <summary>Whether any file was not read.</summary>
    public bool HasRefusals => Outcomes.Any(outcome => outcome is ImportOutcome.Refused);

    /// <summary>Passages of all files.</summary>
    public int Passages => Outcomes.OfType<ImportOutcome.Taken>().Sum(taken => taken.Passages);

    /// <summary>Drafts that were written.</summary>
    public int NewDrafts => Outcomes.OfType<ImportOutcome.Taken>().Sum(taken => taken.NewDrafts.Count);
}
