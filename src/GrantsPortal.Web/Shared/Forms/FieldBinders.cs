using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Shared.Forms;

/// <summary>Chooses our binders for dates and local instants.</summary>
public sealed class FieldBinders : IModelBinderProvider
{
    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateBinder()
        : context.Metadata.ModelType == typeof(LocalInstantInput) ? new LocalInstantBinder()
        : null;

    /// <summary>Puts a sentence at a field, its name filled in.</summary>
    internal static void Fault(ModelBindingContext context, string sentence)
    {
        var texts = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        var name = context.ModelMetadata.DisplayName is { } known ? texts[known].Value : texts["The date"].Value;
        context.ModelState.TryAddModelError(context.ModelName, texts[sentence, name]);
        context.Result = ModelBindingResult.Failed();
    }
}

/// <summary>Binds a <see cref="DateOnly"/> from three boxes or one ISO date.</summary>
public sealed class DateBinder : IModelBinder
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        // What was not sent is not bound: of a list, a line that holds nothing but dates that were never sent would have no end.
        if (!bindingContext.ValueProvider.ContainsPrefix(bindingContext.ModelName))
        {
            return Task.CompletedTask;
        }

        var read = DateParts.From(bindingContext, bindingContext.ModelName);
        if (read.Fault is { } fault)
        {
            FieldBinders.Fault(bindingContext, fault);
        }
        else if (!read.Empty || bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(read.Date);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Binds a <see cref="LocalInstantInput"/> from three date boxes and a time.</summary>
public sealed class LocalInstantBinder : IModelBinder
{
    private static readonly string[] Times = ["H:mm", "HH:mm", "H.mm", "HH.mm", "HHmm", "h:mmtt", "h.mmtt", "htt", "HH"];

    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var typed = bindingContext.ValueProvider.GetValue($"{name}.Time");
        bindingContext.ModelState.SetModelValue($"{name}.Time", typed);
        bindingContext.ModelState.MarkFieldSkipped($"{name}.Time");

        var date = DateParts.From(bindingContext, name);
        var time = (typed.FirstValue ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (date.Empty && time.Length == 0)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (date.Fault is { } fault)
        {
            FieldBinders.Fault(bindingContext, fault);
        }
        else if (date.Date is not { } day)
        {
            FieldBinders.Fault(bindingContext, "{0} must include a date");
        }
        else if (time.Length == 0)
        {
            FieldBinders.Fault(bindingContext, "{0} must include a time, like 17:00");
        }
        else if (!TimeOnly.TryParseExact(time, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            FieldBinders.Fault(bindingContext, "{0} must have a time like 9:30 or 17:00");
        }
        else if (bindingContext.HttpContext.RequestServices.GetRequiredService<Written>().Zone.IsInvalidTime(day.ToDateTime(clock)))
        {
            FieldBinders.Fault(bindingContext, "{0} falls in the hour that the clocks skip on that day");
        }
        else
        {
            bindingContext.Result = ModelBindingResult.Success(new LocalInstantInput(day, clock));
        }

        return Task.CompletedTask;
    }
}

/// <summary>Binds a decimal from an amount as people type it: "£12,500.00", "12 500". Use with <c>&lt;money-field&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BindMoneyAttribute() : ModelBinderAttribute(typeof(MoneyBinder))
{
    /// <summary>None: with the source of a binder of its own, a list of records with amounts would never end.</summary>
    public override BindingSource? BindingSource
    {
        get => null;
        protected set { }
    }
}

/// <summary>Reads amounts of money.</summary>
public sealed class MoneyBinder : IModelBinder
{
    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = typed.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (Money.Parse(text) is { } amount)
        {
            bindingContext.Result = ModelBindingResult.Success(amount);
        }
        else
        {
            var texts = bindingContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, texts["“{0}” is not an amount: write it like 12,500 or 12,500.50", text]);
            bindingContext.Result = ModelBindingResult.Failed();
        }

        return Task.CompletedTask;
    }
}
