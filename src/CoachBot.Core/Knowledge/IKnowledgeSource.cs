namespace CoachBot.Core.Knowledge;

/// <summary>Where the knowledge pack comes from.</summary>
public interface IKnowledgeSource
{
    /// <summary>Names, sizes and times of the files: cheap enough to look at several times a second.</summary>
    string Stamp();

    /// <summary>A value that changes whenever the content of any file of the pack does.</summary>
    string Fingerprint();

    /// <summary>Reads the whole pack. Never throws for what stands in a file: that is a <see cref="KnowledgeProblem"/>.</summary>
    KnowledgeReading Read();
}
