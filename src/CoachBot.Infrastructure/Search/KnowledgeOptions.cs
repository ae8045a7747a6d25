using System.ComponentModel.DataAnnotations;

namespace CoachBot.Infrastructure.Search;

/// <summary>Where the knowledge lies and where what is made from it is kept. Section <c>Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Knowledge";

    /// <summary>The knowledge folder; relative to where the program is started. Default: <c>knowledge</c>.</summary>
    [Required]
    public string Folder { get; set; } = "knowledge";

    /// <summary>The folder of raw documents; null, the default: <c>documents</c> in the knowledge folder.</summary>
    public string? DocumentsFolder { get; set; }

    /// <summary>The folder for derived data (indexes); relative to where the program is started. Default: <c>data</c>.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>How often the knowledge folder is looked at for changes. Default: half a second; at least 0.1 s, at most a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Above how many cases the knowledge lies in a library on disk, in which single cases are replaced, instead of in memory with a
    /// voter that learns from all of it. Default: 2,000, which is as much as a voter learns from.
    /// </summary>
    [Range(0, int.MaxValue)]
    public int LibraryAbove { get; set; } = 2_000;
}
