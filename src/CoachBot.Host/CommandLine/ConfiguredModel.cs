using System.ClientModel;
using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using CoachBot.Core.Drafting;
using CoachBot.Core.Privacy;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Drafting;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary>The language model as the settings name it, for commands that are told to use it.</summary>
internal static class ConfiguredModel
{
    private const string Model = "model";

    /// <summary>The option <c>--with model</c>.</summary>
    public static Option<string?> Option()
    {
        var option = new Option<string?>("--with") { Description = HostTexts.Get("WithModel") };
        option.AcceptOnlyFromAmong(Model);
        return option;
    }

    /// <summary>The model; null, with the reason on standard error, when the settings name none or only half of one.</summary>
    public static OpenedModel? Open()
    {
        var options = SettingsOptions.Section<AzureOpenAIOptions>(AzureOpenAIOptions.Section);
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        if (problems.Count == 0 && options.IsOn)
        {
            return new OpenedModel(options, new PersonalDataMask(), TimeProvider.System);
        }

        Terminal.Complain(problems.Count == 0 ? HostTexts.Get("ModelOff", AzureOpenAIOptions.Section) : string.Join('\n', problems.Select(problem => problem.ErrorMessage)));
        return null;
    }

    /// <summary>The second look at answers, the pack embedded; null, with the reason on standard error, when that can't be had.</summary>
    public static async Task<IModelPass?> PassAsync(OpenedCoach opened, KnowledgeOptions options, CancellationToken cancel)
    {
        if (Open() is not { } model || await EmbedAsync(model, opened, options, cancel) is null)
        {
            return null;
        }

        return model.Pass(opened.Search.Index, opened.Coach);
    }

    /// <summary>Embeds the pack; null, with the reason on standard error, when the endpoint fails. What was made by then is kept.</summary>
    public static async Task<int?> EmbedAsync(OpenedModel model, OpenedCoach opened, KnowledgeOptions options, CancellationToken cancel)
    {
        try
        {
            return await Terminal.ProgressAsync(HostTexts.Get("Embedding"), progress => model.EmbedAsync(opened.Search.Index, options.DataFolder, progress, cancel));
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException or IOException or FormatException or Azure.RequestFailedException or AggregateException)
        {
            Terminal.Complain(HostTexts.Get("ModelFailed", e is ClientResultException refused ? $"HTTP {refused.Status}" : e.GetType().Name));
            return null;
        }
    }
}
