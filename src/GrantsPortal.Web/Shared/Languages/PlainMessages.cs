using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>Says what is wrong with a field in plain sentences, through the localiser, where an attribute has none of its own.</summary>
public sealed class PlainMessages : IValidationMetadataProvider, IDisplayMetadataProvider
{
    /// <inheritdoc/>
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (SaysNothingOfItsOwn(rule))
            {
                rule.ErrorMessage = Sentence(rule);
            }
        }
    }

    /// <summary>An empty box is an empty text where the property cannot be null.</summary>
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string) && context.Key.PropertyInfo is { } property
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }

    private static bool SaysNothingOfItsOwn(ValidationAttribute rule) => rule.ErrorMessageResourceName is null && (rule switch
    {
        EmailAddressAttribute => rule.ErrorMessage == new EmailAddressAttribute().ErrorMessage,
        UrlAttribute => rule.ErrorMessage == new UrlAttribute().ErrorMessage,
        _ => rule.ErrorMessage is null,
    });

    private static string? Sentence(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "Fill in “{0}”",
        StringLengthAttribute { MinimumLength: > 0 } => "{0} must have between {2} and {1} characters",
        StringLengthAttribute or MaxLengthAttribute => "{0} must have {1} characters or fewer",
        MinLengthAttribute => "{0} must have {1} characters or more",
        EmailAddressAttribute => "Enter an e-mail address like name@example.com",
        UrlAttribute => "Enter a web address like https://www.example.org",
        RangeAttribute => "{0} must be between {1} and {2}",
        CompareAttribute => "{0} and {1} must be the same",
        RegularExpressionAttribute => "{0} is not written as it should be",
        _ => rule.ErrorMessage,
    };
}

/// <summary>The same for what cannot be bound at all.</summary>
public sealed class PlainBindingMessages(IStringLocalizer<Texts> texts) : IConfigureOptions<MvcOptions>
{
    /// <inheritdoc/>
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => texts["“{0}” cannot be used for {1}", value, field]);
        messages.SetMissingBindRequiredValueAccessor(field => texts["Fill in “{0}”", field]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Fill this in"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Nothing was sent"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["“{0}” cannot be used here", value]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["This cannot be read: check it and try again"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Enter a number, in figures"]);
        messages.SetUnknownValueIsInvalidAccessor(field => texts["{0} cannot be read: check it and try again", field]);
        messages.SetValueIsInvalidAccessor(value => texts["“{0}” cannot be used here", value]);
        messages.SetValueMustBeANumberAccessor(field => texts["{0} must be a number, in figures", field]);
        messages.SetValueMustNotBeNullAccessor(field => texts["Fill this in"]);
    }
}
