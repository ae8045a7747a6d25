using System.ComponentModel.DataAnnotations;
using CoachBot.Infrastructure.Drafting;
using Xunit;

namespace CoachBot.Tests.Drafting.Model;

public sealed class AzureOpenAIOptionsTests
{
    [Fact]
    public void Validate_NothingSet_IsOffAndWell() => Assert.Empty(Problems(new AzureOpenAIOptions()));

    [Fact]
    public void Validate_Whole_IsWell() => Assert.Empty(Problems(Whole()));

    [Fact]
    public void Validate_HalfAConfiguration_NamesWhatIsMissing()
    {
        Assert.Contains("AzureOpenAI__Endpoint", Assert.Single(Problems(new AzureOpenAIOptions { ApiKey = "k" })), StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI__ApiKey", Assert.Single(Problems(Whole(options => options.ApiKey = ""))), StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI__ManagedIdentity", Assert.Single(Problems(Whole(options => options.ManagedIdentity = true))), StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI__ChatDeployment", Assert.Single(Problems(Whole(options => options.ChatDeployment = ""))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://models.example")]
    [InlineData("ftp://models.example")]
    [InlineData("models.example")]
    public void Validate_AddressThatIsNotSafe_IsRefused(string endpoint) =>
        Assert.Contains("https", Assert.Single(Problems(Whole(options => options.Endpoint = endpoint))), StringComparison.Ordinal);

    [Fact]
    public void Validate_BudgetOutOfBounds_IsRefused() => Assert.Single(Problems(Whole(options => options.TimeBudget = TimeSpan.FromMinutes(1))));

    private static AzureOpenAIOptions Whole(Action<AzureOpenAIOptions>? change = null)
    {
        var options = new AzureOpenAIOptions { Endpoint = "https://bank.openai.azure.com", ApiKey = "k", ChatDeployment = "chat" };
        change?.Invoke(options);
        return options;
    }

    private static List<string> Problems(AzureOpenAIOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.ConvertAll(result => result.ErrorMessage!);
    }
}
