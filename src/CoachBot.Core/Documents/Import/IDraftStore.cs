using CoachBot.Core.Documents.Drafts;

namespace CoachBot.Core.Documents.Import;

/// <summary>Where draft cases wait for a trainer.</summary>
public interface IDraftStore
{
    /// <summary>Keeps a draft; false when the pack already knows it, also under another name or published.</summary>
    bool Add(Draft draft);
}
