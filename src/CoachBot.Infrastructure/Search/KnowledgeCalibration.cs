using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Calibration;

namespace CoachBot.Infrastructure.Search;

/// <summary>Learns the calibration of a pack and keeps it in the knowledge folder.</summary>
public static class KnowledgeCalibration
{
    /// <summary>Learns and writes <c>calibration.json</c>.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="folder">The knowledge folder to write to.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancel">Stops between folds; nothing is written then.</param>
    /// <returns>False when fewer than two people wrote alternates, so that none can be held out.</returns>
    public static bool Write(KnowledgePack pack, string folder, IProgress<double>? progress, CancellationToken cancel)
    {
        if (Calibrator.Calibrate(pack, progress, cancel) is not { } calibration)
        {
            return false;
        }

        calibration.Write(folder);
        return true;
    }
}
