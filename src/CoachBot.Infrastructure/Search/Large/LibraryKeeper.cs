using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Calibration;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// Keeps the library of a knowledge folder: what stands in it already is neither read from the folder nor indexed again. Any number of processes
/// may keep the same one; each holds it for writing only while it writes.
/// </summary>
internal sealed class LibraryKeeper(string home)
{
    /// <summary>Opens the library; null when there is none, or none that is usable.</summary>
    public CaseLibrary? Open(CalibrationFile calibration)
    {
        if (!Directory.Exists(home))
        {
            return null;
        }

        try
        {
            return CaseLibrary.Open(home, calibration);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a damaged file makes its reader say: the library is derived data, and is built again.
            return null;
        }
    }

    /// <summary>The library as it lies on disk now; null when there is none, or none that is usable.</summary>
    /// <param name="library">The library that is open; null: none.</param>
    /// <param name="calibration">How the kinds of evidence count.</param>
    public CaseLibrary? LookAgain(CaseLibrary? library, CalibrationFile calibration)
    {
        try
        {
            library?.LookAgain(calibration);
            return library ?? Open(calibration);
        }
        catch (InvalidDataException)
        {
            // A process of another version was here. What is open serves until this one has built its own.
            return null;
        }
    }

    /// <summary>Makes the library hold a pack, and opens it if it is not open yet.</summary>
    /// <param name="library">The library that is open; null: none.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="held">What the library held when the pack was read; null: build all of it.</param>
    /// <param name="origin">What the pack was read from.</param>
    /// <param name="calibration">How the kinds of evidence count.</param>
    /// <exception cref="IOException">The disk cannot be written, or another process writes the library at this moment.</exception>
    public CaseLibrary Keep(CaseLibrary? library, KnowledgePack pack, HeldCases? held, LibraryOrigin origin, CalibrationFile calibration)
    {
        if (library is null || held?.ChangesTo(pack) is not { } changes || !library.TryWrite(pack, changes, origin))
        {
            CaseLibrary.Build(home, pack, LibraryEntry.Of(pack), origin);
        }

        if (library is null)
        {
            return CaseLibrary.Open(home, calibration);
        }

        library.LookAgain(calibration);
        return library;
    }
}
